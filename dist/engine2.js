// src/engine.ts
const engine = () => "d94e3df76c442ec9c7fdf46c8da10449fd79c67ac4ed08e966d599aaeaeaf033";
export { engine as t };
