import { render } from 'preact';
import { Popup } from '../../components/Popup';
import { openAsTab } from '../shared/panels';

render(
  <Popup
    browser={import.meta.env.FIREFOX ? 'firefox' : 'chrome'}
    openTab={() => {
      openAsTab();
      close();
    }}
  />,
  document.body,
);
