export { AccessPage } from './access-page.tsx'
export { PartnerActions } from './partner-actions.tsx'
export { PartnersPage } from './partners-page.tsx'
