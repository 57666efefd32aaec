import { strings } from './strings';
import { Text } from './Text';

interface Props {
  readonly browser: 'chrome' | 'firefox';
  readonly openTab: () => void;
}

/** Behind the toolbar's icon: where the DevTools tab is, what to do when it is missing, and the way to HAR files. */
export function Popup({ browser, openTab }: Props) {
  return (
    <main class="popup">
      <h1>{strings.product}</h1>
      <p>{strings.popupLead}</p>
      <ol>
        {strings.popupOpen.map((step) => (
          <li key={step}>
            <Text text={step} />
          </li>
        ))}
      </ol>
      <details>
        <summary>{strings.popupMissing}</summary>
        <ul>
          {strings.popupMissingWhy[browser].map((why) => (
            <li key={why}>
              <Text text={why} />
            </li>
          ))}
        </ul>
      </details>
      <button type="button" class="btn" onClick={openTab}>
        {strings.popupHar}
      </button>
    </main>
  );
}
