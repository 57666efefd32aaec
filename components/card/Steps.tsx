import type { Step, Test } from '../../diagnosis';
import { redactText } from '../../diagnosis/report/redact';
import { strings } from '../strings';
import { Text } from '../Text';
import { CopyButton } from './CopyButton';

/** A command to paste into a shell. Secrets of this request are taken out of it. */
function Command({ command }: { readonly command: string }) {
  const safe = redactText(command);
  return (
    <div class="cmd">
      <code>{safe}</code>
      <CopyButton text={safe} label={strings.copyCommand(safe)} what={strings.copy} />
    </div>
  );
}

/** Debugging steps in order, with commands that copy. */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={step.text}>
          <Text text={step.text} />
          {step.command !== undefined && <Command command={step.command} />}
        </li>
      ))}
    </ol>
  );
}

/** The one test that separates the leading explanations, with what each outcome means. */
export function TestView({ test }: { readonly test: Test }) {
  return (
    <>
      <p>
        <Text text={test.text} />
      </p>
      {test.command !== undefined && <Command command={test.command} />}
      <dl class="outcomes">
        {test.outcomes.map((o) => (
          <div key={o.result}>
            <dt>
              <Text text={o.result} />
            </dt>
            <dd>
              <Text text={o.means} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
