// A button that copies the formula. Without it the formula can be marked and copied by hand.
import { Code, createAll } from "./nhsuk/nhsuk-frontend.min.js";

createAll(Code);
