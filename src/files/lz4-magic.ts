/** The word with which a frame begins (LZ4 Frame Format, "General Structure"). */
export const frameMagic = 0x184d2204;
