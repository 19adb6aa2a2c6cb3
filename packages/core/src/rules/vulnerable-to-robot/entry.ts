import { entryFor } from '../entry.ts'
import { vulnerableToRobot } from './rule.ts'

export const vulnerableToRobotEntry = entryFor(vulnerableToRobot)({
  en: {
    title: 'Not vulnerable to ROBOT',
    why: 'The server tells by its answers whether an RSA block was well formed, which lets recorded traffic be decrypted.',
    pass: 'The server did not behave as one that ROBOT works on.',
    fail: 'The server behaved as one that ROBOT works on: {answer}',
    fix: 'Update the product, or remove the TLS_RSA suites.',
  },
  da: {
    title: 'Ikke sårbar over for ROBOT',
    why: 'Serveren afslører med sine svar, om en RSA-blok var velformet, og optaget trafik kan dermed dekrypteres.',
    pass: 'Serveren opførte sig ikke som en, ROBOT virker på.',
    fail: 'Serveren opførte sig som en, ROBOT virker på: {answer}',
    fix: 'Opdater produktet, eller fjern TLS_RSA-pakkerne.',
  },
})
