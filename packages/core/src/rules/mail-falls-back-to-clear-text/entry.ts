import { entryFor } from '../entry.ts'
import { mailFallsBackToClearText } from './rule.ts'

export const mailFallsBackToClearTextEntry = entryFor(mailFallsBackToClearText)({
  en: {
    title: 'Mail stays encrypted',
    why: 'Exchange Online never sends with TLS 1.0 or 1.1. When the handshake fails and no connector forces TLS, it may send the message in clear text instead.',
    pass: 'Mail from Exchange Online would be encrypted ({result}).',
    fail: 'The handshake would fail ({result}), so mail may be sent in clear text or not at all.',
    fix: 'Enable TLS 1.2 with a suite of the Microsoft 365 list; force TLS by a connector only after that works.',
  },
  da: {
    title: 'Mail forbliver krypteret',
    why: 'Exchange Online sender aldrig med TLS 1.0 eller 1.1. Når handshaket mislykkes, og ingen forbindelse kræver TLS, kan meddelelsen blive sendt i klartekst i stedet.',
    pass: 'Mail fra Exchange Online ville være krypteret ({result}).',
    fail: 'Handshaket ville mislykkes ({result}), så mail kan blive sendt i klartekst eller slet ikke.',
    fix: 'Slå TLS 1.2 til med en krypteringspakke fra Microsoft 365-listen, og kræv først TLS på forbindelsen, når det virker.',
  },
})
