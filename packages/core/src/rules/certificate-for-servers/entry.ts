import { entryFor } from '../entry.ts'
import { certificateForServers } from './rule.ts'

export const certificateForServersEntry = entryFor(certificateForServers)({
  en: {
    title: 'The certificate is meant for servers',
    why: 'Peers refuse a certificate whose extended key usage does not name server authentication.',
    pass: 'Extended key usage: {usage}.',
    fail: 'The extended key usage does not name server authentication: {usage}.',
    fix: 'Have the certificate issued for server authentication.',
  },
  da: {
    title: 'Certifikatet er beregnet til servere',
    why: 'Modparter afviser et certifikat, hvis udvidede nøgleanvendelse ikke nævner servergodkendelse.',
    pass: 'Udvidet nøgleanvendelse: {usage}.',
    fail: 'Den udvidede nøgleanvendelse nævner ikke servergodkendelse: {usage}.',
    fix: 'Få certifikatet udstedt til servergodkendelse.',
  },
})
