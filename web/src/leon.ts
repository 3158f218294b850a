// What every page gets. It saves clicks and lets one look and drag; every page works without it.
import "./again";
import "./at-once";
import "./drag";
import "./grid";
import "./progress";
import "./scroll";
import "./years";
import { live } from "./live";

live(document);
