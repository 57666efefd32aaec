import { computed, type ReadonlySignal, useComputed } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Diagnosis, Scope } from '../diagnosis';
import { Actions } from './card/Actions';
import { Body } from './card/Body';
import { EvidenceList } from './card/EvidenceList';
import { Facts } from './card/Facts';
import { Headers } from './card/Headers';
import { Ids } from './card/Ids';
import { Initiator } from './card/Initiator';
import { Links } from './card/Links';
import { Notes } from './card/Notes';
import { PathStrip } from './card/PathStrip';
import { Section } from './card/Section';
import { Steps, TestView } from './card/Steps';
import { Timing } from './card/Timing';
import { Verdict } from './card/Verdict';
import { knowledge } from './knowledge';
import { focusRow } from './List';
import type { Row } from './rows';
import { useApp } from './state';
import { strings } from './strings';
import { Text } from './Text';

/** The whole answer about one failure; nothing before the knowledge has loaded. */
export function Card({ row }: { readonly row: Row }) {
  const { diagnosisOf } = useApp();
  // The same object as long as nothing is known anew: the card is not drawn again for nothing.
  const diagnosis = useMemo(() => computed(() => diagnosisOf(row)), [row]).value;
  return diagnosis === null ? null : <Diagnosed row={row} diagnosis={diagnosis} />;
}

function Diagnosed({ row, diagnosis: d }: { readonly row: Row; readonly diagnosis: Diagnosis }) {
  const state = useApp();
  const { exchange } = row;
  const later = useLater();
  const scope = useScope(row);
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select') !== null) return;
    if (event.key === 'Escape') {
      state.close();
      focusRow(state);
    } else if (event.key === 'c') void state.copyRows([row]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <article class="card" aria-label={strings.card} tabIndex={-1} onKeyDown={onKeyDown}>
      <Verdict row={row} diagnosis={d} />
      <Actions row={row} diagnosis={d} />
      <PathStrip path={d.path} status={exchange.status} />
      <Facts diagnosis={d} points={scope.value?.points ?? null} />
      {row.muted !== null && (
        <p class="note">
          <Text text={strings.mutedWhy(row.muted)} />
        </p>
      )}
      <Notes notes={d.notes} />
      {later && <Sections row={row} diagnosis={d} scope={scope} />}
    </article>
  );
}

/** How far the failure reaches; the same object as long as it says the same. */
function useScope(row: Row): ReadonlySignal<Scope | null> {
  const { scopeOf } = useApp();
  return useMemo(() => {
    let known: Scope | null = null;
    return computed(() => {
      const scope = scopeOf(row);
      if (JSON.stringify(scope) !== JSON.stringify(known)) known = scope;
      return known;
    });
  }, [row]);
}

/** Whether a card has been drawn whole: code and fonts are warm from then on. */
let warm = false;
/** false until the first card's answer has been painted: the answer must not wait for the sections below it. */
function useLater(): boolean {
  const [later, setLater] = useState(warm);
  useEffect(() => {
    warm = true;
    setLater(true);
  }, []);
  return later;
}

/** What stands below the answer: the evidence, and what to do about it. */
function Sections({
  row: { exchange },
  diagnosis: d,
  scope,
}: {
  readonly row: Row;
  readonly diagnosis: Diagnosis;
  readonly scope: ReadonlySignal<Scope | null>;
}) {
  const { team } = useApp();
  const logLinks = useComputed(() => (team.team.value === null ? [] : (knowledge.value?.teamLinks(team.team.value, exchange, null) ?? [])));
  return (
    <>
      <Section id="evidence" hint={strings.evidenceHint}>
        <EvidenceList evidence={d.evidence} />
      </Section>
      {d.steps.length > 0 && (
        <Section id="steps" hint={d.issuer.id === 'unknown' ? '' : strings.stepsHint(strings.issuerName(d.issuer), exchange.status)}>
          <Steps steps={d.steps} />
          <Links diagnosis={d} />
        </Section>
      )}
      {d.test !== null && (
        <Section id="test">
          <TestView test={d.test} />
        </Section>
      )}
      {scope.value !== null && scope.value.sentences.length > 0 && (
        <Section id="scope" hint={strings.scopeHint}>
          <ul class="plain">
            {scope.value.sentences.map((sentence) => (
              <li key={sentence}>
                <Text text={sentence} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {(d.ids.length > 0 || logLinks.value.length > 0) && (
        <Section id="ids">
          <Ids ids={d.ids} exchange={exchange} />
        </Section>
      )}
      <Section id="timing">
        <Timing exchange={exchange} limit={d.limit} />
      </Section>
      <Section id="response" folded>
        <Headers headers={exchange.responseHeaders} />
      </Section>
      <Section id="body" folded>
        <Body exchange={exchange} />
      </Section>
      <Section id="request" folded>
        <Headers headers={exchange.requestHeaders} />
      </Section>
      {exchange.initiator !== null && (
        <Section id="initiator" folded>
          <Initiator initiator={exchange.initiator} />
        </Section>
      )}
    </>
  );
}
