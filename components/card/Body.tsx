import { useState } from 'preact/hooks';
import type { Exchange } from '../../diagnosis';
import { redactBody } from '../../diagnosis/report/redact';
import { strings } from '../strings';
import { isLetGo } from '../weight';

/** The body as text, never as a page; secrets are masked until asked for. */
export function Body({ exchange }: { readonly exchange: Exchange }) {
  const { body, bodyCut } = exchange;
  const [whole, setWhole] = useState(false);
  if (body === null) return <p class="sub">{strings.bodyNull}</p>;
  if (body === '') return <p class="sub">{strings.bodyEmpty}</p>;
  const safe = redactBody(body);
  return (
    <>
      {bodyCut && <p class="sub">{isLetGo(exchange) ? strings.bodyLetGo : strings.bodyCut}</p>}
      <textarea
        class="body"
        readOnly
        rows={Math.min(12, safe.split('\n').length + 1)}
        spellcheck={false}
        aria-label={strings.sections.body}
        value={whole ? body : safe}
      />
      {safe !== body && !whole && (
        <button type="button" class="btn" onClick={() => setWhole(true)}>
          {strings.bodySecrets}
        </button>
      )}
    </>
  );
}
