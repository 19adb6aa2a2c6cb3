export { canWrite } from './can-write.ts'
