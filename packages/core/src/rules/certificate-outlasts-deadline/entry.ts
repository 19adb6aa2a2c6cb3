import { entryFor } from '../entry.ts'
import { certificateOutlastsDeadline } from './rule.ts'

export const certificateOutlastsDeadlineEntry = entryFor(certificateOutlastsDeadline)({
  en: {
    title: 'The certificate outlasts the next date',
    why: 'A certificate that runs out shortly, or before the next date that concerns this endpoint, takes the connection down for a reason that is easily mistaken for the TLS change.',
    pass: 'Valid to {to}, past {until}.',
    fail: 'Valid only to {to}, before {until}.',
    fix: 'Renew now, or make sure that automatic renewal is in place and works.',
  },
  da: {
    title: 'Certifikatet holder ud over næste dato',
    why: 'Et certifikat, der snart udløber, eller som udløber før den næste dato for dette endpoint, afbryder forbindelsen af en grund, der let forveksles med TLS-ændringen.',
    pass: 'Gyldigt til {to}, ud over {until}.',
    fail: 'Kun gyldigt til {to}, før {until}.',
    fix: 'Forny nu, eller sørg for, at automatisk fornyelse er på plads og virker.',
  },
})
