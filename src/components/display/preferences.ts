/**
 * How a reader wants the pages: kept on the device only, and set as attributes of the root element, which the
 * style sheet reads. `Display.astro` sets them once more before the first paint, so that nothing flickers.
 */
import { MONEY_UNITS, type MoneyUnit } from '../../model/money-unit.ts';
import { storeAt, storedAt } from '../stored-on-device.ts';

export const PREFERENCES_KEY = 'mingzhang-display';

export const THEMES = ['auto', 'light', 'dark'] as const;

export interface Preferences {
  /** 关怀版: larger text and targets, a calmer page. */
  readonly care: boolean;
  readonly theme: (typeof THEMES)[number];
  /** The unit in which amounts are shown. */
  readonly unit: MoneyUnit;
}

const DEFAULTS: Preferences = { care: false, theme: 'auto', unit: '万元' };

/** What is kept; what makes no sense, or where nothing may be kept, gives the default. */
export function readPreferences(): Preferences {
  const { care, theme, unit } = Object(storedAt(PREFERENCES_KEY)) as Record<keyof Preferences, unknown>;
  return {
    care: care === true,
    theme: THEMES.find((one) => one === theme) ?? DEFAULTS.theme,
    unit: MONEY_UNITS.find((one) => one === unit) ?? DEFAULTS.unit,
  };
}

/** Keeps preferences and lets the page show them; where the device keeps nothing, they hold for this page. */
export function setPreferences(preferences: Preferences): void {
  showPreferences(preferences);
  storeAt(PREFERENCES_KEY, preferences);
}

/** Lets the page show preferences. */
export function showPreferences(preferences: Preferences): void {
  const { dataset } = document.documentElement;
  if (preferences.care) dataset.care = '';
  else delete dataset.care;
  if (preferences.theme === 'auto') delete dataset.theme;
  else dataset.theme = preferences.theme;
}

/** The unit in which the page shows amounts now. */
export function shownUnit(): MoneyUnit {
  const { unit } = document.documentElement.dataset;
  return MONEY_UNITS.find((one) => one === unit) ?? DEFAULTS.unit;
}
