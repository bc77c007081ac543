/** Where credentials, proxies, mirrors and the daemon are named: `process.env` of the caller. */
export type Environment = Readonly<Record<string, string | undefined>>;
