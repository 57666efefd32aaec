import type { Exchange } from '../../diagnosis';
import { redactUrl } from '../../diagnosis/report/redact';
import { useApp } from '../state';
import { strings } from '../strings';

/** What started the request, and the way to its source where the browser has one. */
export function Initiator({ initiator }: { readonly initiator: NonNullable<Exchange['initiator']> }) {
  const { port } = useApp();
  const { url, line } = initiator;
  return (
    <p class="initiator">
      <code>{redactUrl(url)}</code>
      {line !== null && ` ${strings.line(line)}`}{' '}
      {port.openSource !== undefined && line !== null && (
        <button type="button" class="btn" onClick={() => port.openSource?.(url, line)}>
          {strings.openSource}
        </button>
      )}
    </p>
  );
}
