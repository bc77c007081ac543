// src/engine.ts
const engine = () => "58e33437a70f540a9c474970b5f77072c7b9608efd5fbb0e99a5e837f3de10cd";
export { engine as t };
