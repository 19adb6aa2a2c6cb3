import { entryFor } from '../entry.ts'
import { accepts64BitBlocks } from './rule.ts'

export const accepts64BitBlocksEntry = entryFor(accepts64BitBlocks)({
  en: {
    title: '3DES is refused',
    why: 'Ciphers with 64-bit blocks leak in long connections (SWEET32). Microsoft 365 stopped accepting 3DES on 28 February 2019.',
    pass: 'No suite with 64-bit blocks is accepted.',
    fail: 'Suites with 64-bit blocks are accepted: {suites}.',
    fix: 'Remove 3DES suites; on Windows switch Triple DES 168 off in Schannel.',
  },
  da: {
    title: '3DES afvises',
    why: 'Krypteringer med 64-bit-blokke lækker i lange forbindelser (SWEET32). Microsoft 365 holdt op med at acceptere 3DES den 28. februar 2019.',
    pass: 'Ingen krypteringspakke med 64-bit-blokke accepteres.',
    fail: 'Krypteringspakker med 64-bit-blokke accepteres: {suites}.',
    fix: 'Fjern 3DES-pakker. På Windows slås Triple DES 168 fra i Schannel.',
  },
})
