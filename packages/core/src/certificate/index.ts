export { deploymentFromChain, type ServedChain } from './deployment.ts'
export { nameFromDer } from './name-from-der.ts'
export { nameMatches } from './names.ts'
export { parseCertificate } from './parse.ts'
