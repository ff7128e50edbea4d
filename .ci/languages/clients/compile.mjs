// Compiles TypeScript that Node.js runs.
import { fileURLToPath } from "node:url";
import ts from "typescript";

// compile writes JavaScript beside the sources and returns the compiler's errors.
export function compile(file) {
  const options = {
    strict: true,
    skipLibCheck: true, // of the packages that the clients import
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    types: ["node"],
    typeRoots: [fileURLToPath(new URL("../node_modules/@types", import.meta.url))],
  };
  const compiled = ts.createProgram([file], options);
  const problems = [...ts.getPreEmitDiagnostics(compiled), ...compiled.emit().diagnostics];
  return ts.formatDiagnostics(problems, ts.createCompilerHost(options));
}
