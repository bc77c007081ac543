// src/report/amounts.ts
/** Of a whole number. Intl would do the same, after loading for as long as a small scan takes. */
const formatNumber = (value) => String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
/** `1 commit`, `2,300 commits`. */
const countOf = (count, noun, plural = `${noun}s`) => `${formatNumber(count)} ${count === 1 ? noun : plural}`;
const units = [
	"bytes",
	"kB",
	"MB",
	"GB",
	"TB"
];
/** A size in powers of 1,000, three digits. */
const formatBytes = (bytes) => {
	if (bytes === 1) return "1 byte";
	let value = bytes;
	let unit = 0;
	while (value >= 999.5 && unit < units.length - 1) {
		value /= 1e3;
		unit++;
	}
	return `${unit === 0 ? value : Number(value.toPrecision(3))} ${units[unit]}`;
};
const formatSeconds = (seconds) => {
	if (seconds < 60) return `${seconds < 10 ? Number(seconds.toPrecision(2)) : Math.round(seconds)} s`;
	return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
};
/** `a`, `a and b`, `a, b and c`. */
const enumerate = (words) => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
export { formatSeconds as a, formatNumber as i, enumerate as n, formatBytes as r, countOf as t };
