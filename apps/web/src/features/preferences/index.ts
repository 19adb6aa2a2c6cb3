export { LanguageLinks } from './language-links.tsx'
export { languageNames, rememberLanguage } from './language-names.ts'
export { PreferencesPage } from './preferences-page.tsx'
export { useShortcutsOn } from './shortcut-choice.ts'
