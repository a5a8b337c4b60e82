// What makes the pages better where scripts run. Without it every page still does its work.
import {
  Button, Checkboxes, ErrorSummary, FileUpload, Header, Radios, SkipLink, createAll,
} from "./nhsuk/nhsuk-frontend.min.js";
import { choosing, working } from "./choosing.js";
import { showing, unfolding } from "./showing.js";

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
for (const component of [Button, Checkboxes, ErrorSummary, FileUpload, Header, Radios, SkipLink]) {
  createAll(component);
}
choosing();
working();
showing();
unfolding();
