import { UserError } from '../files/user-error.ts';

/** A request that is not served, with its status and why. */
export class RefusedRequest extends UserError {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
