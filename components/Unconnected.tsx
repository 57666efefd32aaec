import { strings } from './strings';
import { Text } from './Text';

/** What the panel shows while the page that records has not handed the recording over. */
export function Unconnected() {
  return (
    <div class="empty" role="alert">
      <h2>{strings.unconnectedTitle}</h2>
      <ol>
        {strings.unconnectedSteps.map((step) => (
          <li key={step}>
            <Text text={step} />
          </li>
        ))}
      </ol>
    </div>
  );
}
