export { CbcCipher, type CbcInspection, type CbcParts } from './cbc-cipher.ts'
export { ClientSession } from './client-session.ts'
export type { Agreement } from './key-agreement.ts'
export { PeerAlert } from './peer-alert.ts'
export { RecordChannel } from './record-channel.ts'
export { directionKeys, recordCipher } from './record-cipher.ts'
export { sessionOffer } from './session-offer.ts'
export {
  flightParameters,
  type SessionVersion,
  type SuiteParameters,
  sessionSuites,
  sessionVersions,
  suiteParameters,
} from './suite-parameters.ts'
