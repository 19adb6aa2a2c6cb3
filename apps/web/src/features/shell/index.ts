export { AppShell } from './app-shell.tsx'
export { ServiceDown } from './service-down.tsx'
