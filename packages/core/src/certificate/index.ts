export { deploymentFromChain, type ServedChain } from './deployment.ts'
export { nameMatches } from './names.ts'
export { parseCertificate } from './parse.ts'
