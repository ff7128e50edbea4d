// Compiles packets with TypeScript: each is a constant of its command's type, in a module of its own.
import ts from "typescript";

const options = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es5.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
};

// bodies are the properties of the request and response types that openapi-typescript generates.
const bodies = { requests: `["requestBody"]`, responses: `["responses"][200]` };

// moduleOf returns a module with a packet, whose JSON is valid TypeScript. The last part of the path is the command's
// name. A command that is not in the document has the type never, so that its packets do not compile.
function moduleOf({ command, direction, text }) {
  return `import type { paths } from "./types";
type Path = Extract<keyof paths, \`\${string}/${command}\`>;
export const packet: paths[Path]["post"]${bodies[direction]}["content"]["application/json"] = ${text};
`;
}

// compile returns the errors of each packet by its name. It throws if the types themselves do not compile.
export function compile(types, packets) {
  const modules = new Map(packets.map((packet, index) => [`/packet${index}.ts`, moduleOf(packet)]));
  const program = ts.createProgram([...modules.keys()], options, newHost(new Map([...modules, ["/types.ts", types]])));
  const common = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics(), ...errorsIn(program, "/types.ts")];
  if (common.length > 0) {
    throw new Error(`the types do not compile: ${texts(common).join("; ")}`);
  }
  return new Map([...modules.keys()].map((file, index) => [packets[index].name, texts(errorsIn(program, file))]));
}

function errorsIn(program, file) {
  const source = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
}

function texts(diagnostics) {
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

// newHost returns a host that reads modules from memory, and the compiler's libraries from disk.
function newHost(modules) {
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  return {
    ...host,
    getCurrentDirectory: () => "/",
    fileExists: (file) => modules.has(file) || fileExists(file),
    readFile: (file) => modules.get(file) ?? readFile(file),
    getSourceFile: (file, ...rest) =>
      modules.has(file) ? ts.createSourceFile(file, modules.get(file), ...rest) : getSourceFile(file, ...rest),
  };
}
