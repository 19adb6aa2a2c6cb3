export { DataPage } from './data-page.tsx'
export { GeneralPage } from './general-page.tsx'
export { SettingsFrame } from './settings-frame.tsx'
