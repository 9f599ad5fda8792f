internal import Maize
