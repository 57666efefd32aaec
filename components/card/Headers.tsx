import { useState } from 'preact/hooks';
import type { HeaderField } from '../../diagnosis';
import { redactHeaders } from '../../diagnosis/report/redact';
import { strings } from '../strings';

/** Header fields in their order; the value of one that holds a secret is masked until asked for. */
export function Headers({ headers }: { readonly headers: readonly HeaderField[] }) {
  const [shown, setShown] = useState<ReadonlySet<number>>(new Set());
  if (headers.length === 0) return <p class="sub">{strings.noHeaders}</p>;
  const safe = redactHeaders(headers);
  return (
    <dl class="headers">
      {headers.map(({ name, value }, i) => {
        const masked = safe[i]?.value !== value && !shown.has(i);
        return (
          <div key={i}>
            <dt>{name}</dt>
            <dd>
              {masked ? safe[i]?.value : value}
              {masked && (
                <button type="button" class="copy" aria-label={strings.showValue(name)} onClick={() => setShown(new Set([...shown, i]))}>
                  {strings.show}
                </button>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
