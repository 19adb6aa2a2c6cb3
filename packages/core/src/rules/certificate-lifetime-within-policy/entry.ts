import { entryFor } from '../entry.ts'
import { certificateLifetimeWithinPolicy } from './rule.ts'

export const certificateLifetimeWithinPolicyEntry = entryFor(certificateLifetimeWithinPolicy)({
  en: {
    title: 'The certificate’s lifetime fits the policy',
    why: 'A short lifetime limits the harm of a lost key and forces renewal to be automatic.',
    pass: 'Issued for {days} days; {allowed} are allowed.',
    fail: 'Issued for {days} days; {allowed} are allowed.',
    fix: 'Automate renewal (ACME) and have shorter certificates issued.',
  },
  da: {
    title: 'Certifikatets levetid passer til politikken',
    why: 'En kort levetid begrænser skaden ved en tabt nøgle og tvinger fornyelsen til at være automatisk.',
    pass: 'Udstedt for {days} dage, og {allowed} er tilladt.',
    fail: 'Udstedt for {days} dage, men kun {allowed} er tilladt.',
    fix: 'Automatiser fornyelsen (ACME), og få udstedt certifikater med kortere levetid.',
  },
})
