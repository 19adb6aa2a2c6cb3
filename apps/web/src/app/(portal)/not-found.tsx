import { NotFound } from '../../features/failures/index.ts'

export default NotFound
