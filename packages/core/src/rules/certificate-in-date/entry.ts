import { entryFor } from '../entry.ts'
import { certificateInDate } from './rule.ts'

export const certificateInDateEntry = entryFor(certificateInDate)({
  en: {
    title: 'The certificate is within its dates',
    why: 'An expired certificate, or one that is not valid yet, is refused by every peer that checks certificates.',
    pass: 'Valid from {from} to {to}.',
    fail: 'Not valid today: it is valid from {from} to {to}.',
    fix: 'Renew the certificate and reload the server; automate the renewal so that it does not happen again.',
  },
  da: {
    title: 'Certifikatet er gyldigt i dag',
    why: 'Et udløbet certifikat, eller et der endnu ikke er gyldigt, afvises af alle modparter, der kontrollerer certifikater.',
    pass: 'Gyldigt fra {from} til {to}.',
    fail: 'Ikke gyldigt i dag: Det gælder fra {from} til {to}.',
    fix: 'Forny certifikatet, og genindlæs serveren. Automatiser fornyelsen, så det ikke sker igen.',
  },
})
