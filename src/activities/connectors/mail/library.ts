import type * as Nodemailer from 'nodemailer';
import { optionalLibrary } from '../shared/optional-library';

export function nodemailer(): typeof Nodemailer {
  return optionalLibrary('nodemailer', 'batonflow/mail', () => require('nodemailer') as typeof Nodemailer);
}
