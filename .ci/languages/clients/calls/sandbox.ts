// The address of the sandbox, and the query that its credentials make.
export const sandbox: { url: string; query: Record<string, string> } = JSON.parse(process.env.SANDBOX!);

// signed returns the URL with the query. All five parameters apply together, which the generated clients do not support.
export function signed(url: string): string {
  return `${new URL(url, sandbox.url)}?${new URLSearchParams(sandbox.query)}`;
}
