import { applicationLayerProtocolNegotiation } from './application-layer-protocol-negotiation.ts'
import { certificateAuthorities } from './certificate-authorities.ts'
import { compressCertificate } from './compress-certificate.ts'
import { cookie } from './cookie.ts'
import { earlyData } from './early-data.ts'
import { ecPointFormats } from './ec-point-formats.ts'
import { encryptThenMac } from './encrypt-then-mac.ts'
import { extendedMasterSecret } from './extended-master-secret.ts'
import { heartbeat } from './heartbeat.ts'
import { keyShare } from './key-share.ts'
import { maxFragmentLength } from './max-fragment-length.ts'
import { padding } from './padding.ts'
import { postHandshakeAuth } from './post-handshake-auth.ts'
import { preSharedKey } from './pre-shared-key.ts'
import { pskKeyExchangeModes } from './psk-key-exchange-modes.ts'
import { recordSizeLimit } from './record-size-limit.ts'
import { renegotiationInfo } from './renegotiation-info.ts'
import { serverName } from './server-name.ts'
import { sessionTicket } from './session-ticket.ts'
import { signatureAlgorithms } from './signature-algorithms.ts'
import { signatureAlgorithmsCert } from './signature-algorithms-cert.ts'
import { signedCertificateTimestamp } from './signed-certificate-timestamp.ts'
import { statusRequest } from './status-request.ts'
import { supportedGroups } from './supported-groups.ts'
import { supportedVersions } from './supported-versions.ts'

/** Every extension this code speaks, by code point. A test holds it against the folder. */
export const extensions = [
  serverName,
  maxFragmentLength,
  statusRequest,
  supportedGroups,
  ecPointFormats,
  signatureAlgorithms,
  heartbeat,
  applicationLayerProtocolNegotiation,
  signedCertificateTimestamp,
  padding,
  encryptThenMac,
  extendedMasterSecret,
  compressCertificate,
  recordSizeLimit,
  sessionTicket,
  preSharedKey,
  earlyData,
  supportedVersions,
  cookie,
  pskKeyExchangeModes,
  certificateAuthorities,
  postHandshakeAuth,
  signatureAlgorithmsCert,
  keyShare,
  renegotiationInfo,
] as const
