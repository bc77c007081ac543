const names: readonly (readonly [words: RegExp, name: string])[] = [
  [/^postgres(?:ql|is)?$|^psql$|^cockroachdb$/, "PostgreSQL"],
  [/^mysql\w*$/, "MySQL"],
  [/^mariadb\w*$/, "MariaDB"],
  [/^mongo\w*$/, "MongoDB"],
  [/^(?:rediss?|redis-cli|valkeys?)$/, "Redis"],
  [/^amqps?$/, "RabbitMQ"],
  [/^(?:mssql|sqlserver|sqlcmd)$/, "SQL Server"],
  [/^oracle$/, "Oracle"],
  [/^(?:clickhouse\w*|clickhouse-client)$/, "ClickHouse"],
  [/^(?:cassandra|cqlsh)$/, "Cassandra"],
  [/^influx(?:db)?$/, "InfluxDB"],
  [/^(?:elasticsearch|es)$/, "Elasticsearch"],
  [/^(?:neo4j|bolt)s?$/, "Neo4j"],
  [/^nats$/, "NATS"],
  [/^ldaps?$/, "LDAP"],
  [/^smtps?$/, "SMTP"],
  [/^(?:imap|pop3?)s?$/, "mail"],
  [/^(?:s?ftp|ftps)$/, "FTP"],
];

/** What listens where a URL's scheme or a client's name points, as its owner writes it. */
export const serviceNamed = (schemeOrClient: string): string | undefined => {
  const word = schemeOrClient.toLowerCase().replace(/\+.*$/, "");
  return names.find(([words]) => words.test(word))?.[1];
};

/** The same as a fact of a finding. */
export const serviceFact = (schemeOrClient: string | undefined): { readonly service?: string } => {
  const service = schemeOrClient === undefined ? undefined : serviceNamed(schemeOrClient);
  return service === undefined ? {} : { service };
};
