export { InvitationForm } from './invitation-form.tsx'
export { PeoplePage } from './people-page.tsx'
