export { ActiveChecks } from './active-checks-lazy.ts'
export { DomainsPage } from './domains-page.tsx'
