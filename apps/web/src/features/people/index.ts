export { InvitationForm } from './invitation-form.tsx'
export { PeoplePage } from './people-page.tsx'
export { RolesCard } from './roles-card.tsx'
