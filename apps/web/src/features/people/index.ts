export { InvitationPage } from './invitation-page.tsx'
export { PeoplePage } from './people-page.tsx'
export { RolesCard } from './roles-card.tsx'
