import {
  createTheme,
  Modal,
  PasswordInput,
  Portal,
  Select,
  Textarea,
  TextInput,
  Tooltip,
  type CSSVariablesResolver,
} from '@mantine/core';

import { frameText } from '../text/frame-text.ts';

/** Mantine's greys, with the look guide's: what it draws with them then passes AA as well. */
const GRAY = [
  '#f6f8f9',
  '#eef2f4',
  '#e3e9ed',
  '#d3dbe0',
  '#76868f',
  '#76868f',
  '#586872',
  '#3e4f5a',
  '#12202a',
  '#12202a',
] as const;
const DARK = [
  '#edf2f5',
  '#c3cfd6',
  '#9fb0ba',
  '#7e929f',
  '#7e929f',
  '#33434e',
  '#172129',
  '#172129',
  '#0e151a',
  '#0e151a',
] as const;

/** Mantine takes shade 6 in the light scheme and shade 8 in the dark one for what is chosen. */
const BLUE = [
  '#e4eef8',
  '#c3d8f3',
  '#8fc1f2',
  '#7cc0ff',
  '#0a66c2',
  '#174e86',
  '#174e86',
  '#174e86',
  '#8fc1f2',
  '#8fc1f2',
] as const;

/** Mantine in the colours and sizes of the look guide. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  colors: { gray: GRAY, dark: DARK, blue: BLUE },
  autoContrast: true,
  defaultRadius: 5,
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '16px', xl: '19px' },
  components: {
    // Dialogs belong to the work, so that the lock covers them too.
    Portal: Portal.extend({ defaultProps: { target: '#overlays' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'md' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'md' } }),
    Select: Select.extend({ defaultProps: { size: 'md' } }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 300,
        events: { hover: true, focus: true, touch: true },
        transitionProps: { duration: 0 },
      },
    }),
    Modal: Modal.extend({
      defaultProps: {
        transitionProps: { duration: 0 },
        overlayProps: { backgroundOpacity: 0.45 },
        closeButtonProps: { 'aria-label': frameText.close },
      },
    }),
  },
});

const colours = {
  '--mantine-color-body': 'var(--pp-surface)',
  '--mantine-color-text': 'var(--pp-ink)',
  '--mantine-color-dimmed': 'var(--pp-ink3)',
  '--mantine-color-placeholder': 'var(--pp-ink3)',
  '--mantine-color-error': 'var(--pp-hard)',
  '--mantine-color-default': 'var(--pp-surface)',
  '--mantine-color-default-hover': 'var(--pp-pri-sub)',
  '--mantine-color-default-color': 'var(--pp-ink)',
  '--mantine-color-default-border': 'var(--pp-ctl)',
  '--mantine-primary-color-filled': 'var(--pp-pri)',
  '--mantine-primary-color-filled-hover': 'var(--pp-pri)',
  '--mantine-primary-color-contrast': 'var(--pp-on-pri)',
};

/** The same variables in both schemes: what they point at changes with the scheme. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--tooltip-bg': 'var(--pp-ink)', '--tooltip-color': 'var(--pp-on-ink)' },
  light: colours,
  dark: colours,
});
