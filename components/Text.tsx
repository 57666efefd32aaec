/** A sentence of the engine: what stands in back-ticks is code. Never interpreted as HTML. */
export function Text({ text }: { readonly text: string }) {
  const parts = text.split('`');
  if (parts.length === 1) return <>{text}</>;
  // An even number of parts means that a back-tick has no partner: the last one is then text.
  return <>{parts.map((part, i) => (i % 2 === 1 && i < parts.length - 1 ? <code key={i}>{part}</code> : part))}</>;
}
