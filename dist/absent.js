// src/files/absent.ts
/** Whether an error of the file system says that nothing is there. */
const isAbsent = (error) => ["ENOENT", "ENOTDIR"].includes(error.code ?? "");
export { isAbsent as t };
