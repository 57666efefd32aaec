import type { ComponentChildren } from 'preact';
import type { Diagnosis } from '../../diagnosis';
import { useApp } from '../state';
import { strings } from '../strings';
import { Text } from '../Text';
import { Confidence } from './Confidence';

const Fact = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** The four rows that every card has. `points`: what the other requests make of the cause. */
export function Facts({ diagnosis: d, points }: { readonly diagnosis: Diagnosis; readonly points: string | null }) {
  const own = useApp().team.component(d.issuer.id);
  return (
    <dl class="facts">
      <Fact name={strings.whoFailed}>
        <Text text={d.whoFailed} /> {d.failed.role !== 'unknown' && <Confidence level={d.failed.confidence} />}
      </Fact>
      <Fact name={strings.issuedBy}>
        {d.issuer.name} <Confidence level={d.issuer.confidence} />
        {own !== null && (
          <small>
            {strings.fromTeam}
            {own.owner !== undefined && (
              <>
                , <bdi>{strings.owner(own.owner)}</bdi>
              </>
            )}
          </small>
        )}
      </Fact>
      <Fact name={strings.likelyCause}>
        <Text text={d.cause} /> {d.fault.type !== 'unknown' && <Confidence level={d.fault.confidence} />}
        {d.code !== null && (
          <small>
            <Text text={strings.itsCode(d.code)} />
          </small>
        )}
        {points !== null && (
          <small class="points">
            <Text text={points} />
          </small>
        )}
      </Fact>
      <Fact name={strings.lookFirst}>
        <Text text={d.lookFirst} />
      </Fact>
    </dl>
  );
}
