/** Lets a reader set how the pages are shown. */
import { showAmountsIn } from './amount-unit.ts';
import { readPreferences, setPreferences, showPreferences, THEMES, type Preferences } from './preferences.ts';
import { offerReading } from './read-aloud.ts';
import { storedList } from './stored-list.ts';
import { MONEY_UNITS } from '../../model/money-unit.ts';

const place = document.querySelector<HTMLElement>('.display');
if (place !== null) start(place);

function start(display: HTMLElement): void {
  const care = display.querySelector<HTMLButtonElement>('[data-care-switch]');
  const unit = display.querySelector<HTMLSelectElement>('[data-unit-choice]');
  const theme = display.querySelector<HTMLSelectElement>('[data-theme-choice]');
  const status = display.querySelector<HTMLElement>('[data-display-status]');
  const reading = display.querySelector<HTMLButtonElement>('[data-read-aloud]');
  if (care === null || unit === null || theme === null || status === null || reading === null) return;

  const show = (preferences: Preferences) => {
    showPreferences(preferences);
    care.setAttribute('aria-pressed', String(preferences.care));
    unit.value = preferences.unit;
    theme.value = preferences.theme;
    showAmountsIn(preferences.unit);
  };
  const change = (changed: Partial<Preferences>, said: string) => {
    const preferences = { ...readPreferences(), ...changed };
    setPreferences(preferences);
    show(preferences);
    status.textContent = said;
  };

  care.addEventListener('click', () => {
    const isOn = care.getAttribute('aria-pressed') !== 'true';
    change({ care: isOn }, isOn ? '已打开关怀版：字和按钮更大。' : '已关闭关怀版。');
  });
  unit.addEventListener('change', () => {
    const chosen = MONEY_UNITS.find((one) => one === unit.value) ?? '万元';
    change({ unit: chosen }, `金额以${chosen}为单位。`);
  });
  theme.addEventListener('change', () => {
    const chosen = THEMES.find((one) => one === theme.value) ?? 'auto';
    change({ theme: chosen }, `显示为${theme.selectedOptions[0]?.text ?? ''}。`);
  });
  const panel = display.querySelector('details');
  display.querySelector('[data-close]')?.addEventListener('click', () => {
    if (panel === null) return;
    panel.open = false;
    panel.querySelector('summary')?.focus();
  });
  // Another tab of the site has changed it.
  addEventListener('storage', () => {
    show(readPreferences());
  });
  display.querySelector('[data-stored]')?.append(...storedList());
  show(readPreferences());
  offerReading(reading, status);
}
