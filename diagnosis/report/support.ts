import { header } from '../exchange';
import { fillSteps } from '../fill';
import { code, type Line, sentence } from './document';
import { packFor } from './fill';
import type { Redactor } from './redact';
import type { ReportInput, SupportPack } from './types';

export interface Filled {
  readonly pack: SupportPack;
  readonly items: readonly { readonly done: boolean; readonly text: Line }[];
}

/** The value that answers an ask: a header of the response or request, or an id that the vendor's file names so. */
function answer(
  { exchange: e, diagnosis: d }: ReportInput,
  needs: readonly string[],
): { readonly name: string; readonly value: string } | null {
  for (const name of needs) {
    const value =
      header(e.responseHeaders, name) ?? header(e.requestHeaders, name) ?? d.ids.find((id) => id.name.toLowerCase().includes(name))?.value;
    if (value != null && value !== '') return { name, value };
  }
  return null;
}

/** What the vendor's support asks for, ticked where the exchange has it, flagged where it is missing; null where nobody's pack fits. */
export function supportPack(packs: readonly SupportPack[], input: ReportInput, r: Redactor): Filled | null {
  const pack = packFor(packs, input);
  if (pack === null) return null;
  const items = pack.asks.flatMap((ask): { done: boolean; text: Line }[] => {
    const step = fillSteps([ask], input.exchange, input.diagnosis.code)[0];
    const command: Line = step?.command === undefined ? [] : [' ', code(r.text(step.command))];
    if (ask.needs === undefined) return step === undefined ? [] : [{ done: false, text: [...sentence(step.text, r), ...command] }];
    const found = answer(input, ask.needs);
    // Without any header nothing is known to be missing.
    if (found === null)
      return ask.missing === undefined || input.exchange.responseHeaders.length === 0
        ? []
        : [{ done: false, text: ['missing: ', ...sentence(ask.missing, r)] }];
    return [{ done: true, text: [...sentence(ask.text, r), ': ', code(r.header(found.name, found.value))] }];
  });
  return { pack, items };
}
