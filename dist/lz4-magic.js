// src/files/lz4-magic.ts
/** The word with which a frame begins (LZ4 Frame Format, "General Structure"). */
const frameMagic = 407708164;
export { frameMagic as t };
