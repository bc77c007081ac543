export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: { "\\.ts$": "<rootDir>/test/strip.cjs" },
  setupFiles: ["<rootDir>/test/seed.ts"],
  testTimeout: 180_000, // no test takes 5 s on a quiet machine; one that hangs is told apart from one that waits for its turn
};
