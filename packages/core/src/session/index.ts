export { CbcCipher, type CbcInspection, type CbcParts } from './cbc-cipher.ts'
export { ClientSession, refuseAlert, type ServerFlight } from './client-session.ts'
export { type Agreement, agreeByParams, agreeByRsa } from './key-agreement.ts'
export { PeerAlert } from './peer-alert.ts'
export { RecordChannel, type SessionMessage } from './record-channel.ts'
export { directionKeys, recordCipher } from './record-cipher.ts'
export type { DirectionKeys, RecordCipher } from './record-direction.ts'
export { sessionOffer } from './session-offer.ts'
export {
  isSessionVersion,
  prfHashOf,
  type SessionVersion,
  type SuiteParameters,
  sessionSuites,
  sessionVersions,
  suiteParameters,
} from './suite-parameters.ts'
