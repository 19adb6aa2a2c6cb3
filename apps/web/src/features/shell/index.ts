export { AppShell } from './app-shell.tsx'
export { PageSkeleton } from './page-skeleton.tsx'
export { ServiceDown } from './service-down.tsx'
