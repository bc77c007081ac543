// src/files/budget.ts
/** What one outermost archive may unpack to, with all archives inside it. */
const maxUnpacked = 256 << 20;
/** Text packs twenty to one at best; a bomb packs a thousand to one. Small archives may do so too. */
const maxRatio = 200;
const smallest = 8 << 20;
const maxMembers = 1e5;
const budgetFor = (archive) => ({
	bytes: Math.min(maxUnpacked, Math.max(smallest, archive.length * maxRatio)),
	members: maxMembers
});
/** Said of an archive that would go on. */
const exceeded = `unpacks to more than ${maxUnpacked} bytes, ${maxRatio} times its size or ${maxMembers} members: unpack it and scan its files`;
const isTooLarge = (error) => error.code === "ERR_BUFFER_TOO_LARGE";
export { exceeded as n, isTooLarge as r, budgetFor as t };
