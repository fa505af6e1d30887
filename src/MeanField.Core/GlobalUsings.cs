global using IndexSets = MeanField.Core.Specification.EquatableList<MeanField.Core.Specification.EquatableList<int>>;
global using Names = MeanField.Core.Specification.EquatableList<string>;
global using Rows = MeanField.Core.Specification.EquatableList<MeanField.Core.Specification.EquatableList<double>>;
global using Values = MeanField.Core.Specification.EquatableList<double>;
